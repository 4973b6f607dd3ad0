/**
 * Use cases of provisioning: a paid subscription becomes, and stays, an access on the VPN panel.
 *
 * <p>Paid means provisioned, for ever: a wish is stored with the event that made it, a worker
 * brings it with retries that never end, and a sweep compares the panel with our records. Events
 * in: {@code SubscriptionExtended}, {@code SubscriptionTerminated}; events out: {@code
 * AccessGranted}, {@code TrafficThresholdReached}, {@code PanelNodeNoticed}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.provisioning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
