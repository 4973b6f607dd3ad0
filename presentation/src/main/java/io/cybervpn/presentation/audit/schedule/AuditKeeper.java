package io.cybervpn.presentation.audit.schedule;

import io.cybervpn.application.audit.SignAuditHead;
import io.cybervpn.application.audit.VerifyAudit;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

    @Scheduled(
            every = "${cybervpn.audit-head.every:1h}",
            delayed = "45s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sign() {
        return clockwork
                .step(
                        () ->
                                signAuditHead
                                        .execute(new Actor.System())
                                        .invoke(this::tell)
                                        .replaceWithVoid())
                .onFailure()
                .recoverWithUni(AuditKeeper::tell);
    }

    @Scheduled(
            every = "${cybervpn.audit-proof.every:24h}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> prove() {
        return clockwork
                .step(
                        () ->
                                verifyAudit
                                        .execute(new Actor.System())
                                        .invoke(this::tell)
                                        .replaceWithVoid())
                .onFailure()
                .recoverWithUni(AuditKeeper::tell);
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

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the audit trail could not be looked at now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
