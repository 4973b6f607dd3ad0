package io.cybervpn.presentation.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.server.ShowStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The data of a public status page. No login. */
@Path("/api/v1/status")
@PermitAll
@Tag(name = "status")
public final class StatusResource {
    private static final String FRESH = "public, max-age=30";
    private static final int TAG_BYTES = 12;

    private final ShowStatus showStatus;
    private final ObjectMapper json;

    @Inject
    StatusResource(ShowStatus showStatus, ObjectMapper json) {
        this.showStatus = showStatus;
        this.json = json;
    }

    /** By country; 304 for who has it already. */
    @GET
    @Operation(operationId = "getStatus", summary = "How the servers are, and were for 30 days")
    @APIResponse(responseCode = "304", description = "It is still as your ETag says")
    public Uni<RestResponse<StatusJson>> status(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Nullable String known) {
        return showStatus.execute().map(StatusJson::of).map(status -> answer(status, known));
    }

    private RestResponse<StatusJson> answer(StatusJson status, @Nullable String known) {
        String tag = tag(status);
        RestResponse.ResponseBuilder<StatusJson> answer =
                tag.equals(known)
                        ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                        : RestResponse.ResponseBuilder.ok(status);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FRESH)
                .build();
    }

    private String tag(StatusJson status) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(status));
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
