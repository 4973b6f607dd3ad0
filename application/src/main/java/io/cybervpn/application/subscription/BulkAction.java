package io.cybervpn.application.subscription;

import io.cybervpn.domain.catalogue.PlanId;

/** What is done with each of many. */
public sealed interface BulkAction {
    /** The name that clients see and rows keep. */
    String code();

    /** Whether it is done with customers; else with subscriptions. */
    default boolean isOfCustomers() {
        return switch (this) {
            case GrantDays _, ResetTrials _ -> true;
            case Extend _, Suspend _, Unsuspend _, Terminate _, Sync _ -> false;
        };
    }

    /**
     * Free days for subscriptions.
     *
     * @param days as for {@link GiveTime}
     */
    record Extend(int days) implements BulkAction {
        @Override
        public String code() {
            return "extend";
        }
    }

    /** Out of service. */
    record Suspend(boolean timeRuns) implements BulkAction {
        @Override
        public String code() {
            return "suspend";
        }
    }

    /** Back into service. */
    record Unsuspend() implements BulkAction {
        @Override
        public String code() {
            return "unsuspend";
        }
    }

    /** Away. */
    record Terminate() implements BulkAction {
        @Override
        public String code() {
            return "terminate";
        }
    }

    /** What serves subscriptions is compared with what it should be, and mended. */
    record Sync() implements BulkAction {
        @Override
        public String code() {
            return "sync";
        }
    }

    /**
     * Free days of a plan for customers.
     *
     * @param days as for {@link GrantPlan}
     */
    record GrantDays(PlanId plan, int days) implements BulkAction {
        @Override
        public String code() {
            return "grant";
        }
    }

    /** The right to a trial for customers. */
    record ResetTrials() implements BulkAction {
        @Override
        public String code() {
            return "reset_trial";
        }
    }
}
