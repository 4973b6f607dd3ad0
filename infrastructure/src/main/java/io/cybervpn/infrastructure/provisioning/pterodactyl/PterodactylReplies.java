package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes an exception of each answer that is not a success, with the first error of its list. */
final class PterodactylReplies implements ResponseExceptionMapper<PterodactylReply> {
    private static final int DETAIL_MAX = 200;

    private final ObjectMapper json;

    PterodactylReplies(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public PterodactylReply toThrowable(Response response) {
        JsonNode error = read(response).path("errors").path(0);
        String said = (error.path("code").asText() + " " + error.path("detail").asText()).strip();
        return new PterodactylReply(
                response.getStatus(),
                said.substring(0, Math.min(said.length(), DETAIL_MAX)),
                error.path("meta").path("rule").asText().equals("unique"));
    }

    /** What is no JSON, such as a page of a proxy, says nothing more than its status. */
    private JsonNode read(Response response) {
        String text = response.hasEntity() ? response.readEntity(String.class) : "";
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }
}
