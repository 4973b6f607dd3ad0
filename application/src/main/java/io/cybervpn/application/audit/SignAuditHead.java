package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditHeads;
import io.cybervpn.application.audit.port.HeadSigner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.audit.ChainFlaw;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainProof;
import io.cybervpn.domain.audit.model.SignedHead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Signs the last link, after proving that it follows from the head signed before; so nothing is
 * ever signed that was changed since. By schedule, and by staff with {@link Permission#AUDIT_READ}.
 */
@Singleton
public final class SignAuditHead {
    private final ChainWalk walk;
    private final AuditHeads heads;
    private final HeadSigner signer;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    @Inject
    SignAuditHead(
            ChainWalk walk,
            AuditHeads heads,
            HeadSigner signer,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.walk = walk;
        this.heads = heads;
        this.signer = signer;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /** The head: signed now, or before if no row came since. */
        record Signed(HeadView head) implements Result {}

        /** There is no row yet. */
        record NothingToSign() implements Result {}

        /** The shop has no key to sign with. */
        record NoKey() implements Result {}

        /** Somebody changed the database: nothing was signed. */
        record Broken(long position, ChainFlaw flaw) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Signs. Repeatable. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.AUDIT_READ)) {
            return answer(new Result.Forbidden());
        }
        return heads.newest().chain(this::goOn);
    }

    private Uni<Result> goOn(Optional<SignedHead> newest) {
        ChainLink start = newest.map(SignedHead::link).orElse(ChainLink.START);
        if (newest.isPresent() && !signer.genuine(newest.get())) {
            return answer(new Result.Broken(start.position(), ChainFlaw.HEAD_FORGED));
        }
        return walk.from(start).chain(proof -> sign(newest, proof));
    }

    private Uni<Result> sign(Optional<SignedHead> newest, ChainProof proof) {
        return switch (proof) {
            case ChainProof.Broken(var position, _, var flaw) ->
                    answer(new Result.Broken(position, flaw));
            case ChainProof.Whole(var last) when last.equals(ChainLink.START) ->
                    answer(new Result.NothingToSign());
            case ChainProof.Whole(var last) ->
                    newest.filter(head -> head.link().equals(last))
                            .map(head -> answer(new Result.Signed(HeadView.of(head))))
                            .orElseGet(() -> sign(last));
        };
    }

    private Uni<Result> sign(ChainLink last) {
        return signer.sign(last, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .map(this::store)
                .orElseGet(() -> answer(new Result.NoKey()));
    }

    private Uni<Result> store(SignedHead head) {
        return unitOfWork
                .run(() -> heads.add(head))
                .replaceWith(new Result.Signed(HeadView.of(head)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
