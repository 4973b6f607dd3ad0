package io.cybervpn.infrastructure.provisioning.xui;

import io.cybervpn.infrastructure.provisioning.PanelReply;

/** The subscription server said no. */
final class LinkReply extends PanelReply {
    private final int status;

    LinkReply(int status) {
        super("the subscription server answered " + status);
        this.status = status;
    }

    boolean isUnknown() {
        return status == 400 || status == 404;
    }

    @Override
    public boolean isOutage() {
        return !isUnknown();
    }
}
