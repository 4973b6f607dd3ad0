package io.cybervpn.domain.provisioning.model;

/**
 * The panel's user of an access, as the panel told it last.
 *
 * @param ref the panel's own reference, opaque: a UUID on panels 2.x, a number on 3.x
 * @param shortUuid the secret part of the subscription link
 * @param subscriptionUrl the secret link that the customer imports
 * @param usedTrafficBytes since the panel's last reset, up and down together
 */
public record PanelUser(
        String ref, String shortUuid, String subscriptionUrl, long usedTrafficBytes) {
    boolean isBehind(PanelUser other) {
        return ref.equals(other.ref)
                && shortUuid.equals(other.shortUuid)
                && subscriptionUrl.equals(other.subscriptionUrl);
    }

    /** Leaves the secrets out: who holds the link holds the access. */
    @Override
    public String toString() {
        return "PanelUser[ref=" + ref + ", usedTrafficBytes=" + usedTrafficBytes + "]";
    }
}
