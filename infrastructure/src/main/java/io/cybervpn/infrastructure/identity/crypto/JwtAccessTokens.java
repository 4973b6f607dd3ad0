package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.AccessTokens;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * JSON Web Tokens signed by HS256 (R229): subject is the account, the one group its kind. A shop
 * without a good secret does not start.
 */
@Startup
@Singleton
final class JwtAccessTokens implements AccessTokens {
    private static final String ISSUER = "cybervpn";
    private static final String AUDIENCE = "cybervpn";
    private static final int SECRET_BYTES_MIN = 32;

    private final SecretKey key;

    @Inject
    JwtAccessTokens(@ConfigProperty(name = "cybervpn.jwt.secret") String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SECRET_BYTES_MIN) {
            throw new IllegalStateException(
                    "cybervpn.jwt.secret needs at least %d characters, random ones"
                            .formatted(SECRET_BYTES_MIN));
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public String issue(Grant grant) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(grant.account().value().toString())
                .groups(Set.of(grant.kind().code()))
                .issuedAt(grant.issuedAt().getEpochSecond())
                .expiresAt(grant.expiresAt().getEpochSecond())
                .jws()
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key);
    }
}
