package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.identity.AccountKind;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * JSON Web Tokens of the profile {@code at+jwt} (R229, RFC 9068): subject is the account, {@code
 * sid} the session, the one group what kind of account it is. Tokens of staff are for another
 * audience than those of customers. A shop without a good key does not start.
 */
@Startup
@Singleton
final class JwtAccessTokens implements AccessTokens {
    static final String TYPE = "at+jwt";
    static final String ISSUER = "cybervpn";
    static final String CUSTOMERS = "cybervpn";
    static final String STAFF = "admin";

    private final JwtKey key;
    private final Ids ids;

    @Inject
    JwtAccessTokens(JwtKeys keys, Ids ids) {
        this.key = keys.signer();
        this.ids = ids;
    }

    @Override
    public String issue(Grant grant) {
        JwtClaimsBuilder claims =
                Jwt.claims()
                        .issuer(ISSUER)
                        .subject(grant.account().value().toString())
                        .groups(Set.of(grant.kind().code()))
                        .claim("sid", grant.session().value().toString())
                        .claim("jti", ids.next().toString())
                        .claim("acr", grant.provenAt().isPresent() ? "aal2" : "aal1")
                        .issuedAt(grant.issuedAt().getEpochSecond())
                        .expiresAt(grant.expiresAt().getEpochSecond());
        grant.provenAt()
                .map(Instant::getEpochSecond)
                .ifPresent(at -> claims.claim("proven_at", at));
        return sign(forKind(claims, grant.kind()).jws());
    }

    private static JwtClaimsBuilder forKind(JwtClaimsBuilder claims, AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> claims.audience(CUSTOMERS);
            case STAFF -> claims.audience(STAFF);
        };
    }

    private String sign(JwtSignatureBuilder token) {
        JwtSignatureBuilder named = token.type(TYPE).algorithm(key.algorithm()).keyId(key.id());
        Key signing = key.signing().orElseThrow();
        return signing instanceof SecretKey secret
                ? named.sign(secret)
                : named.sign((PrivateKey) signing);
    }
}
