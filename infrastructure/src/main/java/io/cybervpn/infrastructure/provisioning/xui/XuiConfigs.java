package io.cybervpn.infrastructure.provisioning.xui;

import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelWire;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens the subscription link for a client: base64, xray JSON and Clash are what there is. */
class XuiConfigs implements VpnConfigs {
    private static final String TEXT = "text/plain; charset=utf-8";

    /** What clients read; all other headers stay behind. */
    private static final List<String> PASSED =
            List.of(
                    "content-disposition",
                    "subscription-userinfo",
                    "profile-title",
                    "profile-update-interval",
                    "profile-web-page-url",
                    "support-url",
                    "announce");

    private final PanelGuard guard;
    private final PanelWire<XuiLinkApi> wire;

    XuiConfigs(PanelConnection connection, PanelGuard guard) {
        this.guard = guard;
        this.wire =
                new PanelWire<>(
                        XuiLinkApi.class,
                        connection.secret(XuiModules.SUBSCRIPTION_URL).map(URI::create),
                        connection.timeout(),
                        XuiModules.SUBSCRIPTION_URL,
                        new LinkReplies());
    }

    @Override
    public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
        return switch (request.format()) {
            case CLIENT -> open(isClash(request) ? "clash" : "sub", user, request);
            case CLASH -> open("clash", user, request);
            case JSON -> open("json", user, request);
            case BASE64, V2RAY, HIDDIFY -> open("sub", user, request);
            case OUTLINE -> open("sub", user, request).map(XuiConfigs::outline);
            default -> Uni.createFrom().item(new Answer.NotOffered());
        };
    }

    private static boolean isClash(ConfigRequest request) {
        String name = request.userAgent().toLowerCase(Locale.ROOT);
        return name.contains("clash") || name.contains("mihomo") || name.startsWith("stash");
    }

    private Uni<Answer> open(String form, PanelUser user, ConfigRequest request) {
        String name = request.userAgent().isBlank() ? "v2rayNG/1.9.40" : request.userAgent();
        return guard.call(() -> wire.api().link(form, user.shortUuid(), name))
                .map(XuiConfigs::found)
                .onFailure(XuiConfigs::isUnknown)
                .recoverWithItem(new Answer.Gone())
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    /** An unknown link is 400 on older panels and 404 on newer ones. */
    private static boolean isUnknown(Throwable failure) {
        return failure instanceof LinkReply reply && reply.isUnknown();
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

    /** The Shadowsocks links among them. */
    private static Answer outline(Answer answer) {
        if (!(answer instanceof Answer.Found(var file))) {
            return answer;
        }
        String links =
                plain(file.body())
                        .lines()
                        .filter(line -> line.startsWith("ss://"))
                        .collect(Collectors.joining("\n"));
        return links.isEmpty()
                ? new Answer.NotOffered()
                : new Answer.Found(new ConfigFile(TEXT, Map.of(), links + "\n"));
    }

    /** A panel may be set to give its list as it is. */
    private static String plain(String body) {
        try {
            return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return body;
        }
    }

    void close() {
        wire.close();
    }
}
