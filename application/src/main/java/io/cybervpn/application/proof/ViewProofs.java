package io.cybervpn.application.proof;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.repository.Proofs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows proofs to who may read the books. */
@Singleton
public final class ViewProofs {
    private final Proofs proofs;

    @Inject
    ViewProofs(Proofs proofs) {
        this.proofs = proofs;
    }

    /**
     * Which of them.
     *
     * @param before the last one seen; empty to begin
     * @param limit 1 to 200
     */
    public record Query(Optional<ProofId> before, int limit) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * The newest first.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<ProofView> proofs, Optional<ProofId> next) implements Result {
            /** Copies the list. */
            public Listed {
                proofs = List.copyOf(proofs);
            }
        }

        /** This one. */
        record Found(ProofView proof) implements Result {}

        /** There is none. */
        record NoSuchProof() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Lists. */
    public Uni<Result> list(Actor actor, Query query) {
        return actor.may(Permission.LEDGER_READ)
                ? proofs.newest(query.before(), query.limit())
                        .map(found -> found.stream().map(ProofView::of).toList())
                        .map(views -> listed(views, query.limit()))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private static Result listed(List<ProofView> views, int limit) {
        return new Result.Listed(
                views, views.size() < limit ? Optional.empty() : Optional.of(views.getLast().id()));
    }

    /** Shows one. */
    public Uni<Result> show(Actor actor, ProofId id) {
        return actor.may(Permission.LEDGER_READ)
                ? proofs.find(id)
                        .map(
                                found ->
                                        found.map(ProofView::of)
                                                .<Result>map(Result.Found::new)
                                                .orElseGet(Result.NoSuchProof::new))
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
