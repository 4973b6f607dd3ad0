package io.cybervpn.infrastructure.provisioning.xui;

import io.cybervpn.infrastructure.provisioning.PanelReply;

/**
 * The panel said no. A status of 404 says that we are not logged in, or that the route is of the
 * other family: the panel tells strangers nothing.
 */
final class XuiReply extends PanelReply {
    private final int status;

    XuiReply(int status, String message) {
        super("the panel answered " + status + " " + message);
        this.status = status;
    }

    /** An error of the envelope. */
    static XuiReply said(XuiAnswer answer) {
        String message = answer.msg() == null ? "" : answer.msg();
        return new XuiReply(200, message.substring(0, Math.min(message.length(), 200)));
    }

    /** Whether it may be that it does not know us. */
    boolean isStranger() {
        return status == 401 || status == 403 || status == 404;
    }

    @Override
    public boolean isOutage() {
        return status != 200;
    }
}
