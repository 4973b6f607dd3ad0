package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.audit.ChainFlaw;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainProof;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Proves that the trail is what was written (R240): every row's content, every link, every signed
 * head. Reads all of it: about ten thousand rows a second. Needs {@link Permission#AUDIT_READ}.
 */
@Singleton
public final class VerifyAudit {
    private final ChainWalk walk;
    private final AuditLog log;

    @Inject
    VerifyAudit(ChainWalk walk, AuditLog log) {
        this.walk = walk;
        this.log = log;
    }

    /** What was found. */
    public sealed interface Result {
        /**
         * All is as it was written.
         *
         * @param rows how many there are
         * @param hash of the last one
         */
        record Whole(long rows, String hash) implements Result {}

        /**
         * Somebody changed the database.
         *
         * @param position of the first broken row; 0 for one that has none
         * @param row its id, if it is there
         */
        record Broken(long position, Optional<UUID> row, ChainFlaw flaw) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Proves. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.AUDIT_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return walk.from(ChainLink.START).chain(this::result);
    }

    private Uni<Result> result(ChainProof proof) {
        return switch (proof) {
            case ChainProof.Broken(var position, var row, var flaw) ->
                    Uni.createFrom().item(new Result.Broken(position, row, flaw));
            case ChainProof.Whole(var last) ->
                    log.unchained().map(stray -> unlessStray(stray, last));
        };
    }

    private static Result unlessStray(Optional<UUID> stray, ChainLink last) {
        return stray.<Result>map(
                        row -> new Result.Broken(0, Optional.of(row), ChainFlaw.ROW_UNCHAINED))
                .orElseGet(() -> new Result.Whole(last.position(), last.hash()));
    }
}
