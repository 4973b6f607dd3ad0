package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ClientRules;
import io.cybervpn.application.provisioning.ConfigFormat;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.LinkFile;
import io.cybervpn.application.provisioning.PollLink;
import io.cybervpn.application.provisioning.ViewLink;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The link that VPN clients poll (R109, R110, R126): whoever holds it holds the access, so nobody
 * logs in. A browser gets a page instead. A token that was never given out, or is no more, gets the
 * same answer.
 */
@Path("/sub/{token}")
@Tag(name = "subscriptions")
@PermitAll
public final class LinkResource {
    private static final Duration LATER = Duration.ofSeconds(60);

    private final PollLink pollLink;
    private final ViewLink viewLink;
    private final LinkPage page;

    @Inject
    LinkResource(PollLink pollLink, ViewLink viewLink, LinkPage page) {
        this.pollLink = pollLink;
        this.viewLink = viewLink;
        this.page = page;
    }

    /** Answers a client, or a browser. */
    @GET
    @Operation(
            operationId = "pollSubscriptionLink",
            summary = "Gives a VPN client its configuration, or a browser a page",
            description =
                    "Without a format it suits the client's User-Agent. The headers x-hwid,"
                            + " x-device-os, x-ver-os and x-device-model name the device. A"
                            + " subscription without servers is told by the names of servers that"
                            + " connect nowhere. Codes: link_not_found, format_not_offered,"
                            + " panel_unavailable.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration, with the headers that clients read",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/yaml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "It is as it was")
    public Uni<RestResponse<byte[]>> poll(
            @PathParam("token") String token,
            @Parameter(
                            description =
                                    "base64, v2ray, clash or mihomo, classic, stash, singbox or"
                                            + " sing-box, hiddify, outline or ssconf, json or"
                                            + " xray")
                    @QueryParam("format")
                    Optional<String> format,
            HttpHeaders headers) {
        String client = ConfigParams.userAgent(headers);
        if (format.isEmpty() && isBrowser(client, headers)) {
            return viewLink.execute(new ViewLink.Query(token)).map(result -> page(result, headers));
        }
        ConfigRequest request =
                new ConfigRequest(
                        format.map(ConfigParams::format).orElse(ConfigFormat.CLIENT),
                        client,
                        ConfigParams.device(headers));
        return pollLink.execute(new PollLink.Query(token, request))
                .map(result -> answer(result, headers));
    }

    /** A client that is known is never taken for one, whatever it accepts. */
    private static boolean isBrowser(String client, HttpHeaders headers) {
        return ConfigParams.header(headers, HttpHeaders.ACCEPT)
                        .filter(accept -> accept.contains("text/html"))
                        .isPresent()
                && ClientRules.known(client).isEmpty();
    }

    private RestResponse<byte[]> page(ViewLink.Result result, HttpHeaders headers) {
        return switch (result) {
            case ViewLink.Result.Found found ->
                    page.of(
                            found,
                            Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
            case ViewLink.Result.NoSuchLink() -> throw noSuchLink();
        };
    }

    private static RestResponse<byte[]> answer(PollLink.Result result, HttpHeaders headers) {
        return switch (result) {
            case PollLink.Result.Served(var file) -> file(file, headers);
            case PollLink.Result.NoSuchLink() -> throw noSuchLink();
            case PollLink.Result.NotOffered() ->
                    throw Problem.of(
                                    404,
                                    "format_not_offered",
                                    "No server of this subscription can be described in this"
                                            + " format.")
                            .asException();
            case PollLink.Result.NoAnswer() ->
                    throw Problem.retryable(
                                    503,
                                    "panel_unavailable",
                                    "The servers' panel does not answer now. Try again.")
                            .asException()
                            .retryAfter(LATER);
        };
    }

    private static RestResponse<byte[]> file(LinkFile file, HttpHeaders headers) {
        String tag = '"' + file.tag() + '"';
        boolean known = isTag(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        RestResponse.ResponseBuilder<byte[]> answer =
                known
                        ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                        : RestResponse.ResponseBuilder.ok(file.body())
                                .header(HttpHeaders.CONTENT_TYPE, file.contentType());
        file.headers().forEach(answer::header);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "User-Agent, Accept")
                .build();
    }

    private static boolean isTag(@Nullable String known, String tag) {
        return known != null && (known.equals(tag) || known.equals("W/" + tag));
    }

    private static ProblemException noSuchLink() {
        return Problem.of(404, "link_not_found", "This link opens nothing, or not any more.")
                .asException();
    }
}
