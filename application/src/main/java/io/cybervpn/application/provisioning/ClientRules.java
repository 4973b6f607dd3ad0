package io.cybervpn.application.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which format a client reads, by its User-Agent: the first rule that matches wins. These are the
 * rules that a panel starts with, kept here so that a link answers alike whatever panels stand
 * behind it. Pure.
 */
public final class ClientRules {
    private record Rule(Pattern client, ConfigFormat format) {
        Rule(String client, ConfigFormat format) {
            this(Pattern.compile(client, Pattern.CASE_INSENSITIVE), format);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "flclash|flowvy|murge|mihomo|prizrak-box|koala-clash"
                                    + "|clash(?:-verge|-nyanpasu|x meta|[-.]?meta)",
                            ConfigFormat.CLASH),
                    new Rule("stash", ConfigFormat.STASH),
                    new Rule("sfa|sfi|sfm|sft|karing|sing-?box", ConfigFormat.SINGBOX),
                    new Rule("clash", ConfigFormat.CLASSIC),
                    new Rule("outline", ConfigFormat.OUTLINE),
                    new Rule("hiddify", ConfigFormat.HIDDIFY),
                    new Rule(
                            "v2ray|happ/|streisand|shadowrocket|nekobox|nekoray|foxray|v2box",
                            ConfigFormat.BASE64));

    private ClientRules() {}

    /**
     * The format of a client that is known.
     *
     * @param userAgent empty when it sent none
     */
    public static Optional<ConfigFormat> known(String userAgent) {
        return RULES.stream()
                .filter(rule -> rule.client().matcher(userAgent).lookingAt())
                .map(Rule::format)
                .findFirst();
    }

    /** What a client gets: one that is not known, or sent no name, reads base64 like most do. */
    static ConfigFormat formatOf(String userAgent) {
        return known(userAgent).orElse(ConfigFormat.BASE64);
    }
}
