package org.brandimage.metric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The similarity map by the Vector API of the JDK (JEP 414), which is there only when the JVM was
 * started with {@code --add-modules jdk.incubator.vector}. Compiled in an execution of its own,
 * since the compiler's warning of an incubating module cannot be switched off.
 *
 * <p>A row is cut into as many pieces as a vector has lanes, one a lane, so that the pixel k places
 * to the right lies k vectors on: no load is unaligned, and both passes are the same loop. It
 * filters two rows, or two places, together: pixels at equal distance from the middle share a
 * weight and are added first, and twelve loads serve for twenty-two uses. The planes of the next
 * scale are made on the way and stay in this order.
 */
final class VectorSsimRows implements SsimRows {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int SIDE = SsimWindow.SIDE;
  private static final int PAIR = SIDE + 1;
  private static final int MAPS = 4;

  /** A piece can be halved so often. */
  private static final int HALVINGS = 4;

  /** Rows a power of two apart would share a few cache lines. */
  private static final int GAP = 2 * LANES;

  /** How many rows are kept: when they are full, the last ten are moved to the top. */
  private static final int KEPT = 32;

  private final float[][] planes;
  private final boolean inPieces;
  private final @Nullable SsimMoments moments;
  private final int width;
  private final int height;
  private final int piece;
  private final int length;
  private final int apart;
  private final float[] weights = SsimWindow.weights();
  private final float[][] kept;
  private final float[] columns;
  private final float[][] upper;
  private final float[][] lower;
  private final float[][] halves;

  /** The plane's row that is kept first. */
  private int top;

  private int loaded;
  private float[][] blurred;

  /** Takes two planes of one size, and moments of the first where they are known. */
  VectorSsimRows(Plane first, Plane second, @Nullable SsimMoments moments) {
    this(
        new float[][] {first.values(), second.values()},
        false,
        moments,
        first.width(),
        first.height(),
        (first.width() + (LANES << HALVINGS) - 1) / (LANES << HALVINGS) << HALVINGS);
  }

  private VectorSsimRows(
      float[][] planes,
      boolean inPieces,
      @Nullable SsimMoments moments,
      int width,
      int height,
      int piece) {
    this.planes = planes;
    this.inPieces = inPieces;
    this.moments = moments;
    this.width = width;
    this.height = height;
    this.piece = piece;
    length = piece * LANES;
    apart = length + GAP;
    kept = new float[MAPS][KEPT * apart];
    columns = new float[2 * (length + PAIR * LANES)];
    upper = new float[MAPS][length + LANES];
    lower = new float[MAPS][length + LANES];
    blurred = upper;
    halves = new float[2][piece % 2 == 0 ? (height + 1) / 2 * (length / 2) : 0];
  }

  @Override
  public int rowLength() {
    return length;
  }

  @Override
  public int place(int x) {
    return x % piece * LANES + x / piece;
  }

  @Override
  public float[] means() {
    return blurred[0];
  }

  @Override
  public float[] squares() {
    return blurred[2];
  }

  @Override
  public SsimRows halved(@Nullable SsimMoments next) {
    return new VectorSsimRows(halves, true, next, (width + 1) / 2, (height + 1) / 2, piece / 2);
  }

  @Override
  public void add(int y, boolean luminance, float[] target) {
    // With an odd number of rows the last has no partner; then the one above it is its partner.
    int start = Math.max(0, Math.min(y - y % 2, height - PAIR));
    if (y % 2 == 0) {
      load(start);
      int second = length + PAIR * LANES;
      for (int map = moments == null ? 0 : 1; map < MAPS; map++) {
        VectorWindow.down(
            kept[map], (start - top) * apart, apart, weights, length, columns, second);
        continueLanes(0);
        continueLanes(second);
        VectorWindow.along(columns, 0, weights, length, upper[map]);
        VectorWindow.along(columns, second, weights, length, lower[map]);
      }
    }
    blurred = y == start ? upper : lower;
    if (moments != null) {
      moments.supply(y, length, blurred[0], blurred[2]);
    }
    if (luminance) {
      addSimilarity(blurred, target);
    } else {
      addContrastStructure(blurred, target);
    }
  }

  /** Behind each lane's end stand the next lane's first pixels, in chunks that do not overlap. */
  private void continueLanes(int from) {
    int all = PAIR * LANES - 1;
    for (int done = 0; done < all; done += length - 1) {
      int count = Math.min(length - 1, all - done);
      System.arraycopy(columns, from + 1 + done, columns, from + length + done, count);
    }
  }

  /** Sees to it that a pair's rows are kept; a plane of eleven rows has its last one twice. */
  private void load(int start) {
    if (start + PAIR - top > KEPT) {
      for (float[] rows : kept) {
        System.arraycopy(rows, (start - top) * apart, rows, 0, (loaded - start) * apart);
      }
      top = start;
    }
    for (; loaded < start + PAIR; loaded++) {
      int to = (loaded - top) * apart;
      int row = Math.min(loaded, height - 1);
      for (int i = 0; i < planes.length; i++) {
        if (inPieces) {
          System.arraycopy(planes[i], row * length, kept[i], to, length);
        } else {
          toPieces(planes[i], row * width, width, piece, kept[i], to);
        }
        halve(kept[i], to, halves[i]);
      }
      products(kept[0], kept[1], kept[2], kept[3], to, length, moments == null ? 1 : 0);
    }
  }

  private static void toPieces(
      float[] values, int from, int width, int piece, float[] target, int to) {
    for (int lane = 0; lane < LANES; lane++) {
      int start = lane * piece;
      int count = Math.min(piece, width - start);
      for (int i = 0; i < count; i++) {
        target[to + i * LANES + lane] = values[from + start + i] - SsimWindow.MID_GREY;
      }
    }
  }

  /** As {@link Plane#halved} does: an odd last column or row is averaged with itself. */
  private void halve(float[] rows, int to, float[] half) {
    if (half.length == 0 || loaded >= height) {
      return;
    }
    if (width % 2 != 0) {
      rows[to + place(width)] = rows[to + place(width - 1)];
    }
    if (loaded % 2 != 0) {
      halve(rows, to - apart, to, half, loaded / 2 * (length / 2), length / 2);
    } else if (loaded == height - 1) {
      halve(rows, to, to, half, loaded / 2 * (length / 2), length / 2);
    }
  }

  private static void halve(
      float[] rows, int above, int below, float[] half, int to, int halfLength) {
    for (int i = 0; i < halfLength; i += LANES) {
      FloatVector left = at(rows, above + 2 * i).add(at(rows, below + 2 * i));
      FloatVector right = at(rows, above + 2 * i + LANES).add(at(rows, below + 2 * i + LANES));
      left.add(right).mul(0.25f).intoArray(half, to + i);
    }
  }

  private static void products(
      float[] x, float[] z, float[] squares, float[] cross, int from, int length, float ownShare) {
    for (int i = from; i < from + length; i += LANES) {
      FloatVector a = at(x, i);
      FloatVector b = at(z, i);
      a.mul(ownShare).fma(a, b.mul(b)).intoArray(squares, i);
      a.mul(b).intoArray(cross, i);
    }
  }

  private static FloatVector at(float[] values, int index) {
    return FloatVector.fromArray(SPECIES, values, index);
  }

  private static void addContrastStructure(float[][] maps, float[] target) {
    for (int i = 0; i < target.length; i += LANES) {
      contrastStructure(maps, i).add(at(target, i)).intoArray(target, i);
    }
  }

  private static void addSimilarity(float[][] maps, float[] target) {
    for (int i = 0; i < target.length; i += LANES) {
      FloatVector x = at(maps[0], i).add(SsimWindow.MID_GREY);
      FloatVector z = at(maps[1], i).add(SsimWindow.MID_GREY);
      FloatVector luminance =
          ratio(x.mul(z), x.fma(x, z.mul(z)), SsimWindow.C1).mul(contrastStructure(maps, i));
      luminance.add(at(target, i)).intoArray(target, i);
    }
  }

  private static FloatVector contrastStructure(float[][] maps, int i) {
    FloatVector x = at(maps[0], i);
    FloatVector z = at(maps[1], i);
    FloatVector covariance = at(maps[3], i).sub(x.mul(z));
    FloatVector variances = at(maps[2], i).sub(x.fma(x, z.mul(z)));
    return ratio(covariance, variances, SsimWindow.C2);
  }

  private static FloatVector ratio(FloatVector half, FloatVector whole, float constant) {
    return half.add(half).add(constant).div(whole.add(constant));
  }
}
