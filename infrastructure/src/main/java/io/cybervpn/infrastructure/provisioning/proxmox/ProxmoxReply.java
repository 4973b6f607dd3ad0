package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.infrastructure.provisioning.PanelReply;
import java.util.Set;

/**
 * The cluster said no. Most of what it refuses, and most that breaks off, has the status 500 with a
 * reason; only the reason tells them apart.
 */
final class ProxmoxReply extends PanelReply {
    /** What the node that we asked says when it does not reach another. */
    private static final Set<Integer> OF_ONE_NODE = Set.of(595, 596, 599);

    private final int status;
    private final boolean reasoned;

    /**
     * @param reasoned whether it is Proxmox that speaks, and no proxy before it
     */
    ProxmoxReply(int status, String reason, boolean reasoned) {
        super("Proxmox VE answered " + status + " " + reason);
        this.status = status;
        this.reasoned = reasoned;
    }

    /** A machine with the id is there, whosever. */
    boolean saysTaken() {
        return told().contains("already exists");
    }

    /** The machine is not there. */
    boolean saysGone() {
        return status == 404 || (status == 500 && told().contains("does not exist"));
    }

    /** The node that was to do it cannot be reached; the others go on. */
    boolean isOfOneNode() {
        return OF_ONE_NODE.contains(status);
    }

    @Override
    public boolean isOutage() {
        boolean ofOneCall = status == 400 || (status == 500 && reasoned);
        return !ofOneCall && !isOfOneNode();
    }

    /**
     * Locks are let go, storages are cleared, permissions are given; only a wrong value stays so.
     */
    @Override
    public boolean mayHeal() {
        return status != 400;
    }
}
