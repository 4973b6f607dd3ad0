package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.RotateLink;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A link that came in the place of another.
 *
 * @param subscriptionUrl for VPN clients
 * @param keys {@code kept}, {@code renewed}, or {@code unknown}: the panel did not answer, do it
 *     again
 */
@Schema(name = "RotatedLink")
public record RotatedLinkJson(URI subscriptionUrl, @Schema(examples = "kept") String keys) {
    static RestResponse<RotatedLinkJson> answer(RotateLink.Result result) {
        return switch (result) {
            case RotateLink.Result.Rotated(var link, var keys) ->
                    RestResponse.ResponseBuilder.ok(
                                    new RotatedLinkJson(
                                            URI.create(link), keys.name().toLowerCase(Locale.ROOT)))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
            case RotateLink.Result.NotReady() -> throw ConfigResource.notReady();
            case RotateLink.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case RotateLink.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }
}
