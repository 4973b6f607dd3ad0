package io.cybervpn.domain.catalogue;

import io.cybervpn.domain.shared.Limit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an add-on adds to what a plan grants.
 *
 * @param amount bytes of traffic in each period in which used traffic counts, or devices; 1 to
 *     {@link #AMOUNT_MAX}
 */
public record Boost(Kind kind, long amount) {
    /** The most of anything: a pebibyte. */
    public static final long AMOUNT_MAX = 1L << 50;

    /** Refuses nothing, and what is beyond all reason. */
    public Boost {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a boost of " + amount);
        }
    }

    /** What it adds to. */
    public enum Kind {
        /** More traffic, in bytes. */
        TRAFFIC,
        /** More devices at the same time. */
        DEVICES;

        /** The lower-case name that clients and stored rows use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this name, if there is one. */
        public static Optional<Kind> find(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** Whether it adds anything: what is unlimited cannot be more. Pure. */
    public boolean helps(Entitlement entitlement) {
        return limit(entitlement) instanceof Limit.Of;
    }

    private Limit limit(Entitlement entitlement) {
        return switch (kind) {
            case TRAFFIC -> entitlement.trafficBytes();
            case DEVICES -> entitlement.devices();
        };
    }

    /** What is granted with it. Pure. */
    public Entitlement on(Entitlement entitlement) {
        return switch (kind) {
            case TRAFFIC ->
                    new Entitlement(
                            more(entitlement.trafficBytes()),
                            entitlement.reset(),
                            entitlement.devices(),
                            entitlement.serverGroups(),
                            entitlement.resources());
            case DEVICES ->
                    new Entitlement(
                            entitlement.trafficBytes(),
                            entitlement.reset(),
                            more(entitlement.devices()),
                            entitlement.serverGroups(),
                            entitlement.resources());
        };
    }

    private Limit more(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited unlimited -> unlimited;
            case Limit.Of(var bound) -> Limit.of(Math.addExact(bound, amount));
        };
    }
}
