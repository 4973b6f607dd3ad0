package io.cybervpn.presentation.payment;

/**
 * The suite of a provider whose other side is the shop's own staff: it has no server that could be
 * down, lie, or send a push twice. Its rows are those of the acceptance matrix that are left.
 */
interface StaffedSuite {
    /** Money that comes. */
    interface WayIn extends StaffedSuite {}

    /** Money that goes back. */
    interface WayBack extends StaffedSuite {}
}
