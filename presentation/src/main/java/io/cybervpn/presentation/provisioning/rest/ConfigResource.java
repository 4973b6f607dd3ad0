package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.ConfigFormat;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.FetchConfig;
import io.cybervpn.application.provisioning.FindAccessLink;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.cybervpn.presentation.shared.rest.QrImage;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The customer's configuration in the format of his client (R109, R110), and its QR code. */
@Path("/api/v1/subscriptions")
@Authenticated
@Tag(name = "subscriptions")
public final class ConfigResource {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final FetchConfig fetchConfig;
    private final FindAccessLink findAccessLink;
    private final CurrentActor actor;

    @Inject
    ConfigResource(FetchConfig fetchConfig, FindAccessLink findAccessLink, CurrentActor actor) {
        this.fetchConfig = fetchConfig;
        this.findAccessLink = findAccessLink;
        this.actor = actor;
    }

    /**
     * Fetches the configuration. Without {@code format} it suits the client's User-Agent. Headers
     * that clients read, such as {@code subscription-userinfo}, are the panel's own.
     */
    @GET
    @Path("/{id}/config")
    @Operation(
            operationId = "getSubscriptionConfig",
            summary = "Downloads the VPN configuration",
            description =
                    "Without a format it suits the client's User-Agent. The headers x-hwid,"
                            + " x-device-os, x-ver-os and x-device-model name the device.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration, with the headers that clients read",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/yaml", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = String.class))
            })
    public Uni<RestResponse<String>> config(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "base64, v2ray, clash, classic, stash, singbox, hiddify,"
                                            + " outline or json")
                    @QueryParam("format")
                    Optional<String> format,
            HttpHeaders headers) {
        ConfigRequest request =
                new ConfigRequest(
                        format.map(ConfigParams::format).orElse(ConfigFormat.CLIENT),
                        ConfigParams.userAgent(headers),
                        ConfigParams.device(headers));
        return fetchConfig
                .execute(new FetchConfig.Query(actor.actor(), new AccessId(id), request))
                .map(ConfigResource::answer);
    }

    /** Draws the subscription link, to be imported by a telephone's camera. */
    @GET
    @Path("/{id}/qr")
    @Operation(
            operationId = "getSubscriptionQr",
            summary = "Draws the subscription link as a QR code")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = {
                @Content(
                        mediaType = "image/png",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "image/svg+xml",
                        schema = @Schema(implementation = String.class))
            })
    public Uni<RestResponse<byte[]>> qr(
            @PathParam("id") UUID id,
            @Parameter(description = "png, which is the default, or svg") @QueryParam("format")
                    Optional<String> format) {
        ImageFormat image = format.map(ConfigResource::imageFormat).orElse(ImageFormat.PNG);
        return findAccessLink
                .execute(new FindAccessLink.Query(actor.actor(), new AccessId(id)))
                .map(result -> answer(result, image));
    }

    private enum ImageFormat {
        PNG("image/png"),
        SVG("image/svg+xml");

        private final String mediaType;

        ImageFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        private byte[] draw(String text) {
            QrImage image = new QrImage(text);
            return switch (this) {
                case PNG -> image.png();
                case SVG -> image.svg();
            };
        }
    }

    private static RestResponse<String> answer(FetchConfig.Result result) {
        return switch (result) {
            case FetchConfig.Result.Fetched(var file) -> file(file);
            case FetchConfig.Result.NotReady() -> throw notReady();
            case FetchConfig.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case FetchConfig.Result.NotOffered() ->
                    throw Problem.of(
                                    404,
                                    "format_not_offered",
                                    "No server of this subscription can be described in this"
                                            + " format.")
                            .asException();
            case FetchConfig.Result.NoAnswer() ->
                    throw Problem.retryable(
                                    503,
                                    "panel_unavailable",
                                    "The servers' panel does not answer now. Try again.")
                            .asException()
                            .retryAfter(LATER);
        };
    }

    private static RestResponse<byte[]> answer(FindAccessLink.Result result, ImageFormat image) {
        return switch (result) {
            case FindAccessLink.Result.Found(var link) ->
                    secret(image.draw(link), image.mediaType).build();
            case FindAccessLink.Result.NotReady() -> throw notReady();
            case FindAccessLink.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }

    private static RestResponse<String> file(ConfigFile file) {
        RestResponse.ResponseBuilder<String> answer = secret(file.body(), file.contentType());
        file.headers().forEach(answer::header);
        return answer.build();
    }

    /** Keys must not stay in caches on the way. */
    private static <T> RestResponse.ResponseBuilder<T> secret(T body, String mediaType) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static ProblemException notReady() {
        return Problem.retryable(
                        409,
                        "access_not_ready",
                        "The access is being set up. Ask again in a moment.")
                .asException()
                .retryAfter(SOON);
    }

    private static ImageFormat imageFormat(String code) {
        return switch (code) {
            case "png" -> ImageFormat.PNG;
            case "svg" -> ImageFormat.SVG;
            case String _ ->
                    throw Problem.invalid("format", "unknown", "One of png, svg.").asException();
        };
    }
}
