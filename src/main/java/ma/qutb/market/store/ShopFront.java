package ma.qutb.market.store;

import java.util.List;
import ma.qutb.market.collection.ShopCollection;
import ma.qutb.registry.CraftCode;

/**
 * What the first page of the shop shows besides the list.
 *
 * @param paid to makers so far, in centimes, as the ledger says
 */
public record ShopFront(List<CraftCode> families, List<ShopCollection> collections, List<Crafter> makers, long paid) {}
