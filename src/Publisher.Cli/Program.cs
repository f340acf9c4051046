Console.WriteLine("publisher");
