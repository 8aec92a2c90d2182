package org.brandimage.spi.testkit.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A server on this machine that reads what it is sent and never answers. */
final class SilentService implements AutoCloseable {
  private final ServerSocket server;
  private final Semaphore asked = new Semaphore(0);
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private SilentService(ServerSocket server) {
    this.server = server;
  }

  static SilentService start() throws IOException {
    SilentService service =
        new SilentService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    run(service::accept);
    return service;
  }

  /** {@return where it listens, over HTTP, without a path} */
  URI address() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  /** {@return has a permit for each connection over which something was sent} */
  Semaphore asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket connection = server.accept();
      connections.add(connection);
      run(() -> read(connection));
    }
  }

  private void read(Socket connection) throws IOException {
    byte[] bytes = new byte[8192];
    int read = connection.getInputStream().read(bytes);
    if (read > 0) {
      asked.release();
    }
    while (read >= 0) {
      read = connection.getInputStream().read(bytes);
    }
  }

  private static void run(Listening work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The connection or the server was closed.
              }
            },
            "silent-service");
    thread.setDaemon(true);
    thread.start();
  }

  /** Work that ends when its socket is closed. */
  private interface Listening {
    void run() throws IOException;
  }
}
