/** When renewals are looked after. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.renewal.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
