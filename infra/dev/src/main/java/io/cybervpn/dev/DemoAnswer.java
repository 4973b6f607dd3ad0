package io.cybervpn.dev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What a server said to one request of the demo.
 *
 * @param request method and address, for messages
 */
record DemoAnswer(String request, HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_MAX = 600;

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new DemoFailed(request + " answered no JSON: " + shown());
        } catch (IOException e) {
            throw new DemoFailed(request + " answered unreadable bytes: " + e.getMessage());
        }
    }

    /** The value at a JSON pointer as text; fails when there is none. */
    String at(String pointer) {
        JsonNode found = json().at(pointer);
        DemoFailed.unless(
                found.isValueNode() && !found.isNull(),
                request + " answered without " + pointer + ": " + shown());
        return found.asText();
    }

    String shown() {
        String text = text();
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + " ...";
    }
}
