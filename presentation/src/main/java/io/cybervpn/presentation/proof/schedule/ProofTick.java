package io.cybervpn.presentation.proof.schedule;

import io.cybervpn.application.proof.MakeProof;
import io.cybervpn.application.proof.ProofView;
import io.cybervpn.application.proof.ViewProofs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.proof.ProofVerdict;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks for tonight's proof once its time has come (03:30 UTC, or {@code cybervpn.proof.at}), makes
 * the one that waits, and keeps the gauges: {@code cybervpn.proof.findings} must be 0 and {@code
 * cybervpn.proof.ended} no older than a day. A proof may take long, so it is no step of the
 * clockwork: one that a stop breaks off is made again after its lease.
 */
@Startup // its gauges are there from the start
@Singleton
final class ProofTick {
    private static final Logger LOG = Logger.getLogger(ProofTick.class);
    private static final int SEEN = 5;

    private final MakeProof makeProof;
    private final ViewProofs viewProofs;
    private final LocalTime at;
    private final AtomicLong findings = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();

    @Inject
    ProofTick(
            MakeProof makeProof,
            ViewProofs viewProofs,
            @ConfigProperty(name = "cybervpn.proof.at", defaultValue = "03:30") LocalTime at,
            MeterRegistry metrics) {
        this.makeProof = makeProof;
        this.viewProofs = viewProofs;
        this.at = at;
        Gauge.builder("cybervpn.proof.findings", findings, AtomicLong::get)
                .description("Differences of the last proof; must be 0")
                .register(metrics);
        Gauge.builder("cybervpn.proof.unavailable", unavailable, AtomicLong::get)
                .description("Comparisons that the last proof could not make")
                .register(metrics);
        Gauge.builder("cybervpn.proof.ended", ended, AtomicLong::get)
                .baseUnit("seconds")
                .description("When the last proof was made, in Unix time")
                .register(metrics);
    }

    @Scheduled(
            every = "${cybervpn.proof.every:10s}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return makeProof
                .askForTonight(at)
                .chain(makeProof::execute)
                .invoke(ProofTick::tell)
                .chain(() -> viewProofs.list(new Actor.System(), query()))
                .invoke(this::keep)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(ProofTick::tell);
    }

    private static ViewProofs.Query query() {
        return new ViewProofs.Query(Optional.empty(), SEEN);
    }

    private void keep(ViewProofs.Result result) {
        if (result instanceof ViewProofs.Result.Listed(var proofs, _)) {
            summaries(proofs).stream().findFirst().ifPresent(this::keep);
        }
    }

    private static List<ProofView.Summary> summaries(List<ProofView> proofs) {
        return proofs.stream().flatMap(proof -> proof.summary().stream()).toList();
    }

    private void keep(ProofView.Summary summary) {
        findings.set(
                summary.sections().stream().mapToLong(section -> section.findings().size()).sum());
        unavailable.set(
                summary.sections().stream()
                        .filter(section -> section.unavailable().isPresent())
                        .count());
        ended.set(summary.endedAt().getEpochSecond());
        if (!summary.genuine() || summary.verdict() == ProofVerdict.DIFFERENCES) {
            LOG.debugf("the last proof is %s, genuine: %s", summary.verdict(), summary.genuine());
        }
    }

    private static void tell(MakeProof.Result result) {
        switch (result) {
            case MakeProof.Result.NothingToDo() -> {}
            case MakeProof.Result.Made(var proof) -> LOG.infof("proof %s is made", proof.value());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the proof could not be made now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
