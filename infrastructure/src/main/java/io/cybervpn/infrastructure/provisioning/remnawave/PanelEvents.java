package io.cybervpn.infrastructure.provisioning.remnawave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every push that a panel of 2.x or 3.x can send, and what we make of it: all 38 of 3.x, and the
 * names that 2.0 to 2.7 had instead of {@code user.expiration}.
 */
final class PanelEvents {
    /** What becomes of a push. */
    enum Treatment {
        /** The user that it names is compared with what he should be. */
        ACCESS,
        /** Whoever looks after nodes hears of it. */
        NODE,
        /** People have to look. */
        STAFF,
        /** Counted. */
        NOTE
    }

    private static final Map<String, Treatment> KNOWN = new HashMap<>();

    static {
        put(
                Treatment.ACCESS,
                "user.",
                List.of(
                        "created",
                        "modified",
                        "deleted",
                        "revoked",
                        "disabled",
                        "enabled",
                        "limited",
                        "expired",
                        "traffic_reset",
                        "first_connected",
                        "bandwidth_usage_threshold_reached",
                        "not_connected",
                        "expiration",
                        "expires_in_72_hours",
                        "expires_in_48_hours",
                        "expires_in_24_hours",
                        "expired_24_hours_ago"));
        put(Treatment.ACCESS, "user_hwid_devices.", List.of("added", "deleted"));
        put(
                Treatment.NODE,
                "node.",
                List.of(
                        "created",
                        "modified",
                        "disabled",
                        "enabled",
                        "deleted",
                        "connection_lost",
                        "connection_restored",
                        "traffic_notify"));
        put(
                Treatment.STAFF,
                "service.",
                List.of("login_attempt_failed", "api_token_created", "api_token_deleted"));
        put(
                Treatment.NOTE,
                "service.",
                List.of("panel_started", "login_attempt_success", "subpage_config_changed"));
        put(
                Treatment.STAFF,
                "errors.",
                List.of("bandwidth_usage_threshold_reached_max_notifications"));
        put(
                Treatment.STAFF,
                "crm.infra_billing_node_payment_",
                List.of(
                        "in_7_days",
                        "in_48hrs",
                        "in_24hrs",
                        "due_today",
                        "overdue_24hrs",
                        "overdue_48hrs",
                        "overdue_7_days"));
        put(Treatment.STAFF, "torrent_blocker.", List.of("report"));
    }

    private PanelEvents() {}

    private static void put(Treatment treatment, String scope, List<String> names) {
        names.forEach(name -> KNOWN.put(scope + name, treatment));
    }

    /** What we make of an event; empty for one that this version does not know. */
    static Optional<Treatment> treatment(String event) {
        return Optional.ofNullable(KNOWN.get(event));
    }

    /** All names that we know. */
    static Map<String, Treatment> known() {
        return Map.copyOf(KNOWN);
    }
}
