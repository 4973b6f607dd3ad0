package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Makes an exception of each answer that is not a success. Newer versions say the reason in the
 * body, older ones in the status line alone.
 */
final class ProxmoxReplies implements ResponseExceptionMapper<ProxmoxReply> {
    private static final int REASON_LENGTH_MAX = 300;

    private final ObjectMapper json;

    ProxmoxReplies(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ProxmoxReply toThrowable(Response response) {
        JsonNode body = parsed(response.hasEntity() ? response.readEntity(String.class) : "");
        String said = body.path("message").asText("").strip();
        String reason = said.isEmpty() ? response.getStatusInfo().getReasonPhrase() : said;
        return new ProxmoxReply(
                response.getStatus(), shortened(reason + errors(body)), body.has("data"));
    }

    private static String errors(JsonNode body) {
        return body.path("errors").properties().stream()
                .map(one -> "; " + one.getKey() + ": " + one.getValue().asText("").strip())
                .collect(Collectors.joining());
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }

    private static String shortened(String text) {
        return text.length() > REASON_LENGTH_MAX ? text.substring(0, REASON_LENGTH_MAX) : text;
    }
}
