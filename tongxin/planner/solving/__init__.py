from tongxin.planner.solving.solve import greedy, solve, stand

__all__ = ["greedy", "solve", "stand"]
