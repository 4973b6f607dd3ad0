package io.cybervpn.infrastructure.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R229, ASVS V11: keys by id, secrets or files, and what stops the start. */
class JwtKeysTest {
    private static final String SECRET = "x".repeat(32);

    @TempDir Path folder;

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(String name, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(name, Base64.getMimeEncoder().encodeToString(der), name);
    }

    private String file(String name, String pem) throws IOException {
        return Files.writeString(folder.resolve(name), pem).toString();
    }

    private static String both(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + publicOf(pair);
    }

    private static String publicOf(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String issued(JwtKeys keys) {
        Instant now = Instant.now();
        return new JwtAccessTokens(keys, UUID::randomUUID)
                .issue(
                        new AccessTokens.Grant(
                                new AccountId(UUID.randomUUID()),
                                AccountKind.CUSTOMER,
                                new SessionId(UUID.randomUUID()),
                                Optional.empty(),
                                now,
                                now.plusSeconds(900)));
    }

    private static String issuerOf(JwtKeys keys, String token) throws ParseException {
        return new VerifiedTokens(keys).parse(token, new JWTAuthContextInfo()).getIssuer();
    }

    @Test
    void a_key_file_signs_by_es256_while_tokens_of_the_secret_die_out()
            throws GeneralSecurityException, IOException, ParseException {
        KeyPair pair = pair("secp256r1");
        String path = file("key.pem", both(pair));
        JwtKeys keys =
                new JwtKeys(
                        new TestKeys(
                                Optional.of(SECRET),
                                Optional.empty(),
                                Optional.of(List.of("ec1:" + path))));
        assertThat(keys.signer().algorithm()).isEqualTo(SignatureAlgorithm.ES256);
        assertThat(issuerOf(keys, issued(keys))).isEqualTo("cybervpn");
        String before = issued(new JwtKeys(TestKeys.single(SECRET)));
        assertThat(issuerOf(keys, before)).isEqualTo("cybervpn");

        JwtKeys verifier = new JwtKeys(TestKeys.files("ec1:" + file("public.pem", publicOf(pair))));
        assertThat(issuerOf(verifier, issued(keys))).isEqualTo("cybervpn");
        assertThatThrownBy(verifier::signer).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_public_key_is_no_secret_to_sign_with() throws GeneralSecurityException, IOException {
        KeyPair pair = pair("secp256r1");
        JwtKeys keys = new JwtKeys(TestKeys.files("ec1:" + file("key.pem", both(pair))));
        String forged =
                Jwt.claims()
                        .issuer("cybervpn")
                        .audience("cybervpn")
                        .subject("somebody")
                        .claim("jti", "1")
                        .expiresIn(600)
                        .jws()
                        .type("at+jwt")
                        .keyId("ec1")
                        .algorithm(SignatureAlgorithm.HS256)
                        .sign(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
        assertThatThrownBy(() -> issuerOf(keys, forged)).isInstanceOf(ParseException.class);
    }

    @Test
    void what_is_weak_or_doubtful_stops_the_start_and_is_not_repeated()
            throws GeneralSecurityException, IOException {
        stops(TestKeys.single("short"));
        stops(TestKeys.secrets("a:short"));
        stops(TestKeys.secrets("without-an-id-" + SECRET));
        stops(TestKeys.secrets("a:" + SECRET, "a:" + SECRET));
        stops(TestKeys.files("a:" + folder.resolve("missing.pem")));
        stops(TestKeys.files("a:" + file("p384.pem", both(pair("secp384r1")))));
        String alone = pem("PRIVATE KEY", pair("secp256r1").getPrivate().getEncoded());
        stops(TestKeys.files("a:" + file("alone.pem", alone)));
        JwtKeys none =
                new JwtKeys(new TestKeys(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatThrownBy(none::signer).hasMessageContaining("cybervpn.jwt.secrets");
    }

    private static void stops(TestKeys settings) {
        assertThatThrownBy(() -> new JwtKeys(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cybervpn.jwt")
                .hasMessageNotContaining("short")
                .hasMessageNotContaining(SECRET);
    }
}
