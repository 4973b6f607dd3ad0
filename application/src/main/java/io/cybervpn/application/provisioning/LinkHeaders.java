package io.cybervpn.application.provisioning;

import io.cybervpn.domain.shared.Limit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The headers that clients read: the panel's where it gives them, else the shop's own. Where a
 * client sends people is always the shop's word, since the panel would name its own link. In grace
 * the shop announces that, whatever else is to be announced.
 */
@Singleton
final class LinkHeaders {
    static final String USER_INFO = "subscription-userinfo";
    private static final String WEB_PAGE = "profile-web-page-url";
    private static final String ANNOUNCE = "announce";
    private static final String DISPOSITION = "content-disposition";
    private static final String NOT_OF_FILES = "[^A-Za-z0-9 ._-]";

    private final LinkSettings settings;

    @Inject
    LinkHeaders(LinkSettings settings) {
        this.settings = settings;
    }

    /** Dresses a configuration of the panel's. */
    Map<String, String> of(LinkTarget.Standing standing, Map<String, String> ofPanel) {
        Map<String, String> headers = new HashMap<>(own(standing));
        headers.putAll(ofPanel);
        headers.put(WEB_PAGE, settings.pages().home());
        headers.put(DISPOSITION, disposition());
        standing.grace()
                .map(grace -> GraceWords.of(grace, standing.language(), settings.pages().renew()))
                .ifPresent(text -> headers.put(ANNOUNCE, encoded(text)));
        return headers;
    }

    private Map<String, String> own(LinkTarget.Standing standing) {
        Map<String, String> headers = new HashMap<>();
        headers.put(USER_INFO, userInfo(standing));
        headers.put("profile-title", encoded(settings.title()));
        headers.put("profile-update-interval", Integer.toString(settings.updateHours()));
        settings.pages().support().ifPresent(url -> headers.put("support-url", url));
        settings.pages().announce().ifPresent(text -> headers.put(ANNOUNCE, encoded(text)));
        return headers;
    }

    private String disposition() {
        String name = settings.title().replaceAll(NOT_OF_FILES, "").strip();
        return "attachment; filename=\"" + (name.isEmpty() ? "subscription" : name) + "\"";
    }

    private static String userInfo(LinkTarget.Standing standing) {
        long total =
                switch (standing.traffic()) {
                    case Limit.Unlimited() -> 0;
                    case Limit.Of(var amount) -> amount;
                };
        return "upload=0; download=%d; total=%d; expire=%d"
                .formatted(standing.usedBytes(), total, standing.expireAt().getEpochSecond());
    }

    /** Clients read texts beyond ASCII in this form. */
    private static String encoded(String text) {
        return "base64:"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a panel says that all of the traffic is used; what cannot be read says nothing. */
    static boolean isUsedUp(Map<String, String> ofPanel) {
        Map<String, Long> told = new HashMap<>();
        Optional.ofNullable(ofPanel.get(USER_INFO)).stream()
                .flatMap(text -> Arrays.stream(text.split(";", 8)))
                .map(part -> part.strip().split("=", 2))
                .filter(pair -> pair.length == 2 && pair[1].matches("\\d{1,18}"))
                .forEach(pair -> told.put(pair[0], Long.parseLong(pair[1])));
        long total = told.getOrDefault("total", 0L);
        long used = told.getOrDefault("upload", 0L) + told.getOrDefault("download", 0L);
        return total > 0 && used >= total;
    }
}
