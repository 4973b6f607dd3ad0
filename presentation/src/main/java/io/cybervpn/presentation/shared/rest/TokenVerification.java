package io.cybervpn.presentation.shared.rest;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What an access token must be: signed by HS256 with the shop's secret, for this shop, not expired.
 * In code, because a configured secret would have to be a JWK, and in tests Quarkus would prefer a
 * key pair of its own.
 */
final class TokenVerification {
    private static final String SHOP = "cybervpn";
    private static final int CLOCK_SKEW_SECONDS = 5;

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    JWTAuthContextInfo rules(@ConfigProperty(name = "cybervpn.jwt.secret") String secret) {
        JWTAuthContextInfo rules =
                new JWTAuthContextInfo(
                        new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
                        SHOP);
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        rules.setExpectedAudience(Set.of(SHOP));
        rules.setClockSkew(CLOCK_SKEW_SECONDS);
        return rules;
    }
}
