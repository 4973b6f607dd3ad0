package io.cybervpn.infrastructure.provisioning.pterodactyl;

import io.cybervpn.infrastructure.provisioning.PanelReply;

/** The panel said no. */
final class PterodactylReply extends PanelReply {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final int status;
    private final boolean taken;

    /**
     * What it said.
     *
     * @param taken that an external id, a name or an address is there already: somebody made it
     *     meanwhile
     */
    PterodactylReply(int status, String detail, boolean taken) {
        super("the panel answered " + status + " " + detail);
        this.status = status;
        this.taken = taken;
    }

    boolean isMissing() {
        return status == NOT_FOUND;
    }

    /** A machine that it asked did not answer it, or it is broken. */
    boolean isBroken() {
        return status >= BROKEN;
    }

    /** A key that it does not take may be mended by staff; until then accesses wait. */
    @Override
    public boolean isOutage() {
        return isBroken() || status == UNAUTHORIZED || status == FORBIDDEN || status == TOO_MANY;
    }

    /** A conflict is with something that is under way there. */
    @Override
    public boolean mayHeal() {
        return isOutage() || taken || status == CONFLICT;
    }
}
