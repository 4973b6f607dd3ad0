package io.cybervpn.presentation.audit.schedule;

import io.cybervpn.application.audit.SignAuditHead;
import io.cybervpn.application.audit.VerifyAudit;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Signs the head of the trail every hour and writes it into the log, so that it is kept where the
 * database's owner does not reach; proves the whole chain every day. A broken chain is a metric to
 * alert on and an error in the log.
 */
@Startup // its gauges are there from the start
@Singleton
final class AuditKeeper {
    private static final Logger LOG = Logger.getLogger(AuditKeeper.class);

    private final Clockwork clockwork;
    private final SignAuditHead signAuditHead;
    private final VerifyAudit verifyAudit;
    private final AtomicInteger broken = new AtomicInteger();

    @Inject
    AuditKeeper(
            Clockwork clockwork,
            SignAuditHead signAuditHead,
            VerifyAudit verifyAudit,
            MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.signAuditHead = signAuditHead;
        this.verifyAudit = verifyAudit;
        Gauge.builder("cybervpn.audit.broken", broken, AtomicInteger::get)
                .description("Whether the chain of the audit trail is broken; must be 0")
                .register(metrics);
    }

    private Uni<Long> sign() {
        return signAuditHead.execute(new Actor.System()).invoke(this::tell).map(_ -> 1L);
    }

    private Uni<Long> prove() {
        return verifyAudit
                .execute(new Actor.System())
                .invoke(this::tell)
                .map(_ -> (long) broken.get());
    }

    private void tell(SignAuditHead.Result result) {
        switch (result) {
            case SignAuditHead.Result.Signed(var head) ->
                    LOG.infof(
                            "head of the audit trail: %d %s %s %s %s",
                            head.position(),
                            head.hash(),
                            head.signedAt(),
                            head.keyId(),
                            head.signature());
            case SignAuditHead.Result.Broken(var position, var flaw) -> tellBroken(position, flaw);
            case SignAuditHead.Result.NothingToSign() -> {}
            case SignAuditHead.Result.NoKey() ->
                    LOG.warn("the audit trail is not signed: set cybervpn.audit.keys");
            case SignAuditHead.Result.Forbidden() ->
                    throw new IllegalStateException("the system may sign its own trail");
        }
    }

    private void tell(VerifyAudit.Result result) {
        switch (result) {
            case VerifyAudit.Result.Whole _ -> broken.set(0);
            case VerifyAudit.Result.Broken(var position, _, var flaw) -> tellBroken(position, flaw);
            case VerifyAudit.Result.Forbidden() ->
                    throw new IllegalStateException("the system may read its own trail");
        }
    }

    private void tellBroken(long position, Enum<?> flaw) {
        broken.set(1);
        LOG.errorf("the audit trail was changed: %s at position %d", flaw, position);
    }

    /** Every hour. */
    @Singleton
    static final class Sign implements ScheduledTask {
        private static final TaskName NAME = new TaskName("audit.sign");

        private final AuditKeeper keeper;
        private final Optional<Rhythm> rhythm;

        @Inject
        Sign(AuditKeeper keeper, Rhythms rhythms) {
            this.keeper = keeper;
            this.rhythm = rhythms.every("cybervpn.audit-head.every", Duration.ofHours(1));
        }

        @Override
        public TaskName task() {
            return NAME;
        }

        @Override
        public Optional<Rhythm> rhythm() {
            return rhythm;
        }

        @Override
        public Uni<Long> run() {
            return keeper.clockwork.step(keeper::sign, 0L);
        }
    }

    /** Every day. */
    @Singleton
    static final class Prove implements ScheduledTask {
        private static final TaskName NAME = new TaskName("audit.prove");

        private final AuditKeeper keeper;
        private final Optional<Rhythm> rhythm;

        @Inject
        Prove(AuditKeeper keeper, Rhythms rhythms) {
            this.keeper = keeper;
            this.rhythm = rhythms.every("cybervpn.audit-proof.every", Duration.ofHours(24));
        }

        @Override
        public TaskName task() {
            return NAME;
        }

        @Override
        public Optional<Rhythm> rhythm() {
            return rhythm;
        }

        @Override
        public Uni<Long> run() {
            return keeper.clockwork.longStep(keeper::prove, 0L);
        }

        @Override
        public void ranElsewhere(long found) {
            keeper.broken.set(Math.toIntExact(found));
        }
    }
}
