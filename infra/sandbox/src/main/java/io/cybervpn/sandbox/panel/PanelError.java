package io.cybervpn.sandbox.panel;

/** The panel's business errors that we know from its answers or its source. */
public enum PanelError {
    /** Also an unknown squad, and fractions where whole numbers belong. */
    A018(500, "Failed to create user"),
    /** The name is taken, in this very spelling. */
    A019(400, "User username already exists"),
    /** The short uuid is taken. */
    A020(400, "User short UUID already exists"),
    /** By writing operations. */
    A025(404, "User not found"),
    /** Callers treat it as success. */
    A029(400, "User already disabled"),
    /** Callers treat it as success. */
    A030(400, "User already enabled"),
    /** As A018, when changing. */
    A039(500, "Failed to update user"),
    /** Nodes. */
    A011(404, "Node not found"),
    /** Hosts. */
    A046(404, "Host not found"),
    /** By reading operations. */
    A063(404, "User with specified params not found"),
    /** From bulk updates. */
    A089(500, "LIMITED and EXPIRED statuses are not allowed to be set manually."),
    /** Config profiles. */
    A092(404, "Config profile not found"),
    /** The device is known already. */
    A098(400, "User hwid device already exists"),
    /** Only while the HWID feature is on. */
    A099(400, "User hwid device limit reached"),
    /** Internal squads. */
    A118(404, "Internal squad not found"),
    /** Internal squads. */
    A120(409, "Internal squad name already exists"),
    /** A disabled node cannot be restarted. */
    A149(400, "Node is disabled"),
    /** External squads. */
    A182(404, "External squad not found"),
    /** External squads. */
    A189(400, "External squad name already exists"),
    /** Devices. */
    A204(404, "HWID device not found"),
    /** Connections. */
    A218(404, "Job not found"),
    /** Connections. */
    A219(404, "Connected nodes not found"),
    /** Nothing was put yet. */
    A226(404, "Metadata not found"),
    /** Tokens. */
    A229(400, "Invalid scope"),
    /** Statistics: the end is before the start. */
    A235(400, "Invalid date range"),
    /** Wrong login, or not for this role. */
    E000(403, "Forbidden"),
    /** Ours. */
    A001(500, "Server error");

    private final int status;
    private final String message;

    PanelError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }

    PanelRefusal refusal() {
        return new PanelRefusal(this);
    }
}
