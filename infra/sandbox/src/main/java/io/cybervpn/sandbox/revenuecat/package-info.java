/** RevenueCat as facts/providers.md §7 has it: subscribers, and pushes of what happens to them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.revenuecat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
