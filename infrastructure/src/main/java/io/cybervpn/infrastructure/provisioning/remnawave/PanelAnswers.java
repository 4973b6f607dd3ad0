package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes an exception of each answer that is not a success. */
final class PanelAnswers implements ResponseExceptionMapper<PanelAnswer> {
    private static final int MESSAGE_LENGTH_MAX = 200;

    private final ObjectMapper json;

    PanelAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public PanelAnswer toThrowable(Response response) {
        String text = response.hasEntity() ? response.readEntity(String.class) : "";
        JsonNode body = parsed(text);
        return new PanelAnswer(
                response.getStatus(),
                body.path("errorCode").asText(""),
                shortened(message(body)),
                wrongFields(body));
    }

    /** Validation errors say in {@code errors} which field was wrong. */
    private static String message(JsonNode body) {
        StringBuilder message = new StringBuilder(body.path("message").asText(""));
        for (JsonNode error : body.path("errors")) {
            message.append("; ")
                    .append(error.path("path").path(0).asText(""))
                    .append(": ")
                    .append(error.path("message").asText(""));
        }
        return message.toString();
    }

    private static Set<String> wrongFields(JsonNode body) {
        Set<String> fields = new HashSet<>();
        body.path("errors").forEach(error -> fields.add(error.path("path").path(0).asText("")));
        return fields;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }

    private static String shortened(String text) {
        return text.length() > MESSAGE_LENGTH_MAX ? text.substring(0, MESSAGE_LENGTH_MAX) : text;
    }
}
