package io.cybervpn.application.renewal;

import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import java.util.List;
import java.util.Optional;

/** A policy as staff see and write it; bounds as {@link DunningPolicy} has them. */
public record DunningDays(
        List<Integer> remindDaysBefore,
        int chargeDaysBefore,
        List<Integer> retryDays,
        int graceDays,
        Optional<Integer> terminateDays,
        Optional<GraceService> graceService) {
    /** Copies the lists. */
    public DunningDays {
        remindDaysBefore = List.copyOf(remindDaysBefore);
        retryDays = List.copyOf(retryDays);
    }

    static DunningDays of(DunningPolicy policy) {
        return new DunningDays(
                policy.remindDaysBefore(),
                policy.chargeDaysBefore(),
                policy.retryDays(),
                policy.graceDays(),
                policy.terminateDays(),
                policy.graceService());
    }

    /** Empty when it would take away what is still served. */
    Optional<DunningPolicy> toPolicy() {
        return DunningPolicy.isInOrder(graceDays, terminateDays)
                ? Optional.of(
                        new DunningPolicy(
                                remindDaysBefore,
                                chargeDaysBefore,
                                retryDays,
                                graceDays,
                                terminateDays,
                                graceService))
                : Optional.empty();
    }
}
