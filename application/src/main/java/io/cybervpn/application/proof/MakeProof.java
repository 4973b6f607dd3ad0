package io.cybervpn.application.proof;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofTrigger;
import io.cybervpn.domain.proof.model.Proof;
import io.cybervpn.domain.proof.model.Report;
import io.cybervpn.domain.proof.model.Section;
import io.cybervpn.domain.proof.repository.Proofs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Makes the proof that waits, and asks for tonight's. Any number may run at once: each night is
 * asked for once, and each proof is made by one; when that one dies, another makes it after the
 * lease.
 */
@Singleton
public final class MakeProof {
    /** Longer than any one comparison: renewed before each. */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** Providers forget; what they took longer ago was held against them on the nights before. */
    static final Duration WINDOW = Duration.ofDays(3);

    private final Proofs proofs;
    private final Examination examination;
    private final Ids ids;
    private final Clock clock;

    @Inject
    MakeProof(Proofs proofs, Examination examination, Ids ids, Clock clock) {
        this.proofs = proofs;
        this.examination = examination;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was done. */
    public sealed interface Result {
        /** Nobody waits for a proof. */
        record NothingToDo() implements Result {}

        /** A report is there. */
        record Made(ProofId proof) implements Result {}
    }

    /**
     * Asks for the proof of this night, once its time has come. Repeatable.
     *
     * @param at of the day, in UTC
     */
    public Uni<Boolean> askForTonight(LocalTime at) {
        Instant now = clock.instant();
        if (now.atOffset(ZoneOffset.UTC).toLocalTime().isBefore(at)) {
            return Uni.createFrom().item(false);
        }
        return proofs.askForNight(
                new Proof.Request(
                        new ProofId(ids.next()), ProofTrigger.NIGHTLY, Optional.empty(), now),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Makes the one that waits. Never in a unit of work. */
    public Uni<Result> execute() {
        return proofs.claim(clock.instant(), LEASE)
                .chain(
                        claimed ->
                                claimed.map(this::make)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.NothingToDo())));
    }

    private Uni<Result> make(Proof.Request request) {
        Instant begun = clock.instant();
        Instant from = begun.minus(WINDOW);
        return Multi.createFrom()
                .iterable(examination.steps(from, begun))
                .onItem()
                .transformToUniAndConcatenate(step -> examine(request.id(), step))
                .collect()
                .asList()
                .chain(sections -> finish(request, from, begun, sections));
    }

    private Uni<Section> examine(ProofId proof, Examination.Step step) {
        return proofs.step(proof, step.name(), clock.instant().plus(LEASE)).chain(step.work()::get);
    }

    private Uni<Result> finish(
            Proof.Request request, Instant from, Instant begun, List<Section> sections) {
        return proofs.finish(request.id(), new Report(from, begun, clock.instant(), sections))
                .replaceWith(new Result.Made(request.id()));
    }
}
