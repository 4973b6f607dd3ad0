package io.cybervpn.sandbox.panel;

/**
 * Which of the two contracts the panel speaks.
 *
 * @param text as /api/system/metadata tells it
 */
record PanelVersion(String text) {

    boolean isThree() {
        return text.startsWith("3.");
    }
}
