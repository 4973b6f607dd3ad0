package io.cybervpn.presentation.shared.webhook;

import io.cybervpn.application.shared.ReceiveWebhook;
import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.schedule.InboxPump;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The door for pushes of payment providers and panels (R84, R121, R244): raw bytes are judged,
 * stored and committed before the acknowledgement; applying follows at once, but never before.
 */
@Path("/api/v1/webhooks")
@Tag(name = "webhooks")
@PermitAll
public final class WebhookResource {
    private final ReceiveWebhook receiveWebhook;
    private final InboxPump inboxPump;

    @Inject
    WebhookResource(ReceiveWebhook receiveWebhook, InboxPump inboxPump) {
        this.receiveWebhook = receiveWebhook;
        this.inboxPump = inboxPump;
    }

    private record Push(byte[] body, HttpHeaders headers, Optional<String> sender)
            implements WebhookSource.RawPush {
        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.getHeaderString(name));
        }
    }

    /**
     * Answers 200 with {@code OK} once the push is durable; a repetition gets the same. A question
     * gets its answer.
     */
    @POST
    @Path("/{source}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "receiveWebhook",
            summary = "Takes a signed push of a provider or a panel")
    public Uni<RestResponse<String>> receive(
            @PathParam("source") String source,
            HttpHeaders headers,
            @Context HttpServerRequest request,
            byte[] body) {
        return receiveWebhook
                .execute(
                        new ReceiveWebhook.Command(
                                source, new Push(body, headers, ClientAddress.full(request))))
                .map(this::acknowledge);
    }

    private RestResponse<String> acknowledge(ReceiveWebhook.Result result) {
        return switch (result) {
            case ReceiveWebhook.Result.Stored _ -> {
                inboxPump.nudge();
                yield RestResponse.ok("OK", MediaType.TEXT_PLAIN_TYPE);
            }
            case ReceiveWebhook.Result.Answered(var json) ->
                    RestResponse.ok(json, MediaType.APPLICATION_JSON_TYPE);
            case ReceiveWebhook.Result.Refused(var reason) ->
                    throw Problem.of(401, "webhook_refused", reason).asException();
            case ReceiveWebhook.Result.NotConfigured() ->
                    throw Problem.retryable(
                                    503,
                                    "webhook_not_configured",
                                    "No secret is set for this sender.")
                            .asException()
                            .retryAfter(Duration.ofMinutes(5));
            case ReceiveWebhook.Result.NoSuchSource() ->
                    throw Problem.notFound("webhook").asException();
        };
    }
}
