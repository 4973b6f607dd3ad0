/** When fiscal receipts are queued and made. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.fiscal.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
