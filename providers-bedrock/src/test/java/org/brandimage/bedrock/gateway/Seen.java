package org.brandimage.bedrock.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One request as it reached the test server.
 *
 * @param model the id in the path
 * @param operation {@code converse} or {@code invoke}
 * @param body the parsed body
 * @param headers names in lower case
 */
public record Seen(String model, String operation, JsonNode body, Map<String, String> headers) {}
