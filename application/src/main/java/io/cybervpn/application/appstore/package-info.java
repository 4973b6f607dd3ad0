/**
 * What is done about purchases in app stores: pushes are only a reason to read the customer anew,
 * and what is read decides. Events out: StoreServiceChanged, StoreTrouble.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.appstore;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
