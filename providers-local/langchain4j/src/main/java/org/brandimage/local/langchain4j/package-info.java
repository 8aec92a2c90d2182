/**
 * The adapter that lets any {@code ChatModel} of LangChain4j serve all prompted stages: Ollama, an
 * OpenAI-compatible server, a cloud's model. One call a request; the chat model retries, nobody
 * else does.
 */
@NullMarked
package org.brandimage.local.langchain4j;

import org.jspecify.annotations.NullMarked;
