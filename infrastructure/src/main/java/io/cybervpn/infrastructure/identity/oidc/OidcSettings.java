package io.cybervpn.infrastructure.identity.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shop may set under {@code cybervpn.oidc.<name>}, for as many providers as it likes. */
@ConfigMapping(prefix = "cybervpn.oidc")
interface OidcSettings {
    /**
     * By the name that accounts are linked under for good: lower case, digits, {@code -} and {@code
     * _}, 32 at most. A name must never be given to another issuer.
     */
    @WithParentName
    Map<String, Issuer> issuers();

    /** One provider. */
    interface Issuer {
        /** Exactly as the provider writes it, such as {@code https://accounts.google.com}. */
        URI issuer();

        /** Who the shop is there. */
        String clientId();

        /** The shop's secret there; without it the shop is a public client. */
        Optional<String> clientSecret();

        /** What the shop asks to know. */
        @WithDefault("openid,email,profile")
        List<String> scopes();

        /** For people; the name when it is missing. */
        Optional<String> label();

        /** The claim by which the provider knows somebody for good. */
        Optional<String> subjectClaim();

        /** Whether the provider sends the browser back with a form, to the shop itself. */
        @WithDefault("false")
        boolean formPost();

        /** For Apple, whose secret is signed by a key: the team. */
        Optional<String> teamId();

        /** The key's id there. */
        Optional<String> keyId();

        /** The key: PKCS #8 in PEM, of the curve P-256. */
        Optional<String> privateKey();
    }
}
