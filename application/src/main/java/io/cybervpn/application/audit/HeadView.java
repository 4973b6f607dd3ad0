package io.cybervpn.application.audit;

import io.cybervpn.domain.audit.model.SignedHead;
import java.time.Instant;

/**
 * A signed head of the chain, to be kept outside the shop.
 *
 * @param signature HMAC-SHA-256 in hexadecimal
 */
public record HeadView(
        long position, String hash, Instant signedAt, String keyId, String signature) {
    static HeadView of(SignedHead head) {
        return new HeadView(
                head.link().position(),
                head.link().hash(),
                head.signedAt(),
                head.keyId(),
                head.signature());
    }
}
