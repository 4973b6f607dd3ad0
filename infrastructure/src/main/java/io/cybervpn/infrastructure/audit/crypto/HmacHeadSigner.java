package io.cybervpn.infrastructure.audit.crypto;

import io.cybervpn.application.audit.port.HeadSigner;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.SignedHead;
import io.cybervpn.infrastructure.shared.KeyRing;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key of the configuration, which the database's owner need not know. */
@Singleton
final class HmacHeadSigner implements HeadSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyRing keys;

    /** What a shop may set under {@code cybervpn.audit}. */
    @ConfigMapping(prefix = "cybervpn.audit")
    interface Config {
        /** Keys as {@code id:key}, the newest first; see {@link KeyRing#of}. Old ones verify. */
        Optional<List<String>> keys();
    }

    @Inject
    HmacHeadSigner(Config config) {
        this.keys = KeyRing.of("cybervpn.audit.keys", config.keys().orElse(List.of()));
    }

    @Override
    public Optional<SignedHead> sign(ChainLink link, Instant now) {
        return keys.newest()
                .map(
                        key ->
                                new SignedHead(
                                        link, now, key.id(), mac(key, SignedHead.text(link, now))));
    }

    @Override
    public boolean genuine(SignedHead head) {
        String text = SignedHead.text(head.link(), head.signedAt());
        return keys.find(head.keyId())
                .map(key -> bytes(mac(key, text)))
                .filter(expected -> MessageDigest.isEqual(expected, bytes(head.signature())))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String mac(KeyRing.Key key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
