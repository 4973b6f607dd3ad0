package io.cybervpn.application.provisioning;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In which form a client wants its configuration. */
public enum ConfigFormat {
    /** The one that suits the client's User-Agent, by the panel's own rules. */
    CLIENT,
    /** Base64 of one link per line. */
    BASE64,
    /** The same as {@link #BASE64}: what V2Ray clients import. */
    V2RAY,
    /** YAML of Clash; the Meta dialect, since the older one knows no VLESS. */
    CLASH,
    /** YAML of the older Clash, without VLESS. */
    CLASSIC,
    /** YAML of Stash. */
    STASH,
    /** JSON of sing-box. */
    SINGBOX,
    /** What Hiddify imports. */
    HIDDIFY,
    /** Shadowsocks links of Outline, one per line. */
    OUTLINE,
    /** JSON of Xray, one configuration per server. */
    JSON;

    private static final Map<String, ConfigFormat> OTHER_NAMES =
            Map.of(
                    "mihomo", CLASH,
                    "sing-box", SINGBOX,
                    "xray", JSON,
                    "ssconf", OUTLINE);

    /** The name that clients use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a format that may be asked for by name; empty for anything else. */
    public static Optional<ConfigFormat> find(String code) {
        return Stream.of(values())
                .filter(format -> format != CLIENT && format.code().equals(code))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(code)));
    }
}
