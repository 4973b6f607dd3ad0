package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.model.Access;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Counts and tells what came of bringing accesses. */
@Singleton
final class AccessMeter {
    private static final Logger LOG = Logger.getLogger(AccessMeter.class);

    private final Counter parked;
    private final Counter failed;
    private final Counter brought;

    @Inject
    AccessMeter(MeterRegistry metrics) {
        // From the start: what first appears with a 1 has not increased, as Prometheus counts.
        this.parked = metrics.counter("cybervpn.provisioning.parked");
        this.failed = metrics.counter("cybervpn.provisioning.failed");
        this.brought = metrics.counter("cybervpn.provisioning.brought");
    }

    /** A worker stored what it found. */
    void settled(Access access) {
        UUID id = access.desire().id().value();
        switch (access) {
            case Access.Parked parked -> {
                LOG.errorf("access %s is parked, staff must act: %s", id, parked.reason());
                this.parked.increment();
            }
            case Access.Failing failing -> {
                LOG.warnf(
                        "access %s failed %d times and is tried again at %s: %s",
                        id,
                        failing.setback().attempts(),
                        failing.setback().retryAt(),
                        failing.setback().error());
                this.failed.increment();
            }
            case Access.Ready _ -> brought.increment();
            case Access.Waiting waiting ->
                    LOG.debugf("the panel is at work on access %s: %s", id, waiting.work().task());
            case Access.Removed _ -> LOG.infof("nothing is left of access %s on its panel", id);
            case Access.Pending _ -> LOG.debugf("access %s is brought again", id);
        }
    }
}
