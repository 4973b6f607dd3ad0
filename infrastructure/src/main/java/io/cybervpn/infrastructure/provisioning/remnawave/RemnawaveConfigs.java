package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Opens the subscription link for a client. The panel answers base64 to a client that it does not
 * know, and refuses one without a name, so each format names a client or a type of its own.
 */
class RemnawaveConfigs implements VpnConfigs {
    private static final String PLAIN_CLIENT = "v2rayNG/1.9.40";
    private static final String HIDDIFY_CLIENT = "HiddifyNext/2.5.7";
    private static final String TEXT = "text/plain; charset=utf-8";

    /**
     * What clients read; all other headers of the panel stay behind. Its web page is its own link,
     * which nobody is to know but the shop.
     */
    private static final List<String> PASSED =
            List.of(
                    "content-disposition",
                    "subscription-userinfo",
                    "subscription-refill-date",
                    "profile-title",
                    "profile-update-interval",
                    "support-url",
                    "announce",
                    "x-hwid-active",
                    "x-hwid-not-supported",
                    "x-hwid-limit",
                    "x-hwid-max-devices-reached");

    private final PanelClient panel;

    RemnawaveConfigs(PanelClient panel) {
        this.panel = panel;
    }

    @Override
    public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
        return open(user.shortUuid(), request)
                .onFailure(RemnawaveConfigs::isLinkUnknown)
                .recoverWithItem(new Answer.Gone())
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private Uni<Answer> open(String link, ConfigRequest request) {
        return switch (request.format()) {
            case CLIENT -> byName(link, named(request), request);
            case BASE64, V2RAY -> byName(link, plain(PLAIN_CLIENT, request), request);
            case HIDDIFY -> byName(link, plain(HIDDIFY_CLIENT, request), request);
            case CLASH -> byType(link, "mihomo", request);
            case CLASSIC -> byType(link, "clash", request);
            case STASH -> byType(link, "stash", request);
            case SINGBOX -> byType(link, "singbox", request);
            case JSON -> byType(link, "json", request);
            case OUTLINE -> outline(link, request);
        };
    }

    private Uni<Answer> byName(String link, String name, ConfigRequest request) {
        LinkClient client = new LinkClient(name, request);
        return panel.call(api -> api.link(link, client)).map(RemnawaveConfigs::found);
    }

    private Uni<Answer> byType(String link, String type, ConfigRequest request) {
        LinkClient client = new LinkClient(named(request), request);
        return panel.call(api -> api.linkOfType(link, type, client)).map(RemnawaveConfigs::found);
    }

    private Uni<Answer> outline(String link, ConfigRequest request) {
        LinkClient client = new LinkClient(named(request), request);
        return panel.call(api -> api.linkInfo(link, client))
                .map(answer -> answer.response().outlineLinks())
                .map(
                        links ->
                                links.isEmpty()
                                        ? new Answer.NotOffered()
                                        : new Answer.Found(
                                                new ConfigFile(
                                                        TEXT,
                                                        Map.of(),
                                                        String.join("\n", links) + "\n")));
    }

    /**
     * A name that the panel answers base64, whoever asks. A device is told apart by the client's
     * own name, which its owner reads in the list of his devices.
     */
    private static String plain(String name, ConfigRequest request) {
        return request.device().containsKey("x-hwid") && !request.userAgent().isBlank()
                ? name + " (" + request.userAgent() + ")"
                : name;
    }

    private static String named(ConfigRequest request) {
        return request.userAgent().isBlank() ? PLAIN_CLIENT : request.userAgent();
    }

    private static Answer found(RestResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : PASSED) {
            Optional.ofNullable(response.getHeaderString(name))
                    .ifPresent(value -> headers.put(name, value));
        }
        String type =
                Optional.ofNullable(response.getHeaderString(HttpHeaders.CONTENT_TYPE))
                        .orElse(TEXT);
        String body = Optional.ofNullable(response.getEntity()).orElse("");
        return new Answer.Found(new ConfigFile(type, headers, body));
    }

    /** An unknown link has no error code, unlike an unknown route of the API, or the info's own. */
    private static boolean isLinkUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.status() == 404;
    }
}
