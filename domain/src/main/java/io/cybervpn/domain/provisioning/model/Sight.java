package io.cybervpn.domain.provisioning.model;

/** What we know of the panel's user. */
public sealed interface Sight {
    /** Nothing: it was never brought. */
    record Never() implements Sight {}

    /**
     * It was there.
     *
     * @param generation of the wish that it satisfied
     */
    record Seen(long generation, PanelUser user) implements Sight {}

    /** The generation that the panel satisfied last, 0 for none. */
    default long generation() {
        return switch (this) {
            case Never _ -> 0;
            case Seen seen -> seen.generation;
        };
    }

    /** Whether this is the same user behind the same link, whatever its traffic. */
    default boolean isOf(PanelUser other) {
        return switch (this) {
            case Never _ -> false;
            case Seen(var _, var known) -> known.isBehind(other);
        };
    }
}
