package io.cybervpn.application.proof;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofTrigger;
import io.cybervpn.domain.proof.model.Proof;
import io.cybervpn.domain.proof.repository.Proofs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Has a proof made now. One at a time: who asks while one is under way is given that one. Needs
 * {@link Permission#LEDGER_READ}.
 */
@Singleton
public final class AskForProof {
    private final Proofs proofs;
    private final Ids ids;
    private final Clock clock;

    @Inject
    AskForProof(Proofs proofs, Ids ids, Clock clock) {
        this.proofs = proofs;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is being made, or waits for that. */
        record Asked(ProofView proof) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Asks. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.LEDGER_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        ProofTrigger trigger =
                actor instanceof Actor.System ? ProofTrigger.SHELL : ProofTrigger.STAFF;
        return proofs.ask(
                        new Proof.Request(
                                new ProofId(ids.next()), trigger, actor.account(), clock.instant()))
                .map(proof -> new Result.Asked(ProofView.of(proof)));
    }
}
