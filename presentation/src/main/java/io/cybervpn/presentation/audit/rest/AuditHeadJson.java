package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.HeadView;
import io.cybervpn.application.audit.SignAuditHead;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signed head of the chain. Keep it elsewhere: it proves all rows up to its position.
 *
 * @param signature HMAC-SHA-256 under the key named, in hexadecimal
 */
@Schema(name = "AuditHead")
public record AuditHeadJson(
        long position, String hash, Instant signedAt, String keyId, String signature) {
    static AuditHeadJson of(SignAuditHead.Result result) {
        return switch (result) {
            case SignAuditHead.Result.Signed(var head) -> of(head);
            case SignAuditHead.Result.NothingToSign() ->
                    throw Problem.notFound("row in the audit trail").asException();
            case SignAuditHead.Result.NoKey() ->
                    throw Problem.of(501, "feature_disabled", "The shop has no audit key.")
                            .asException();
            case SignAuditHead.Result.Broken(var position, var flaw) ->
                    throw Problem.of(409, "audit_broken", "The trail is broken; ask for its proof.")
                            .withParams(
                                    Map.of(
                                            "position",
                                            String.valueOf(position),
                                            "flaw",
                                            flaw.name().toLowerCase(Locale.ROOT)))
                            .asException();
            case SignAuditHead.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AuditHeadJson of(HeadView head) {
        return new AuditHeadJson(
                head.position(), head.hash(), head.signedAt(), head.keyId(), head.signature());
    }
}
