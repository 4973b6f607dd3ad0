package io.cybervpn.application.provisioning;

import java.util.Locale;

/** What a subscription gives whoever has its link. */
public enum LinkState {
    /** Its servers. */
    ACTIVE,
    /** Nothing yet: the panel does not have it. */
    PREPARING,
    /** Nothing: what was sold is no VPN. */
    NO_VPN,
    /** Nothing: its time is over. */
    EXPIRED,
    /** Nothing: its traffic is used up. */
    LIMITED,
    /** Nothing: it was switched off, and may be switched on again. */
    SUSPENDED,
    /** Nothing: it was ended for good. */
    TERMINATED,
    /** Nothing for this device: there are as many as may be. */
    DEVICES_FULL,
    /** Nothing for this client: it does not say which device it is. */
    DEVICE_UNNAMED;

    /** The name that clients see. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
